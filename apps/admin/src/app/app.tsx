import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router-dom';
import { i18next } from '../i18n/i18n';
import { createQueryClient } from '../lib/query-client';
import { whenIdle } from '../lib/when-idle';
import { useAccent } from '../theme/accent-store';
import { buildTheme, cssVariables } from '../theme/theme';
import { addressIn, createRouter } from './router';
import { onSignedOut } from './session';
import { isOpenAddress, signInAddress } from './sign-in-address';

const router = createRouter();

const goToSignIn = (): void => {
  const here = addressIn(router.state.location);
  if (!isOpenAddress(here)) void router.navigate(signInAddress(here), { replace: true });
};

onSignedOut(goToSignIn);
const client = createQueryClient();
const colorScheme = localStorageColorSchemeManager({ key: 'latchkey.theme' });

const ToastRegion = lazy(async () => {
  await whenIdle();
  return { default: (await import('../ui/toast-region')).ToastRegion };
});

export const App = () => {
  const accent = useAccent();
  const theme = useMemo(() => buildTheme(accent), [accent]);
  return (
    <I18nextProvider i18n={i18next}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorScheme}
        defaultColorScheme="auto"
      >
        <Suspense>
          <ToastRegion position="bottom-right" limit={3} />
        </Suspense>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
};
