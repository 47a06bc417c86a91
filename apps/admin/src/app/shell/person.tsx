import { lazy, Suspense, useState } from 'react';
import { useSession } from '../session';
import { PersonButton } from './person-button';

const loadMenu = () => import('./person-menu');
const PersonMenu = lazy(async () => ({ default: (await loadMenu()).PersonMenu }));

/** Who is signed in. The menu behind it is fetched when somebody is about to open it. */
export const Person = () => {
  const { staffMember } = useSession();
  const [isWanted, setIsWanted] = useState(false);
  const prepare = (): void => void loadMenu();
  const button = (
    <PersonButton
      name={staffMember.name}
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => setIsWanted(true)}
    />
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <PersonMenu />
    </Suspense>
  );
};
