import { Suspense } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { AppShell } from '../app/app-shell';
import { CustomerSwitch } from '../app/customer-switch';
import { PersonMenu } from '../app/person-menu';
import { CompanyProvider } from '../lib/company';
import { PageTitle } from '../ui/card';
import { Skeleton } from '../ui/skeleton';
import { caseExamples } from './case-examples';
import { credentialExamples } from './credential-examples';
import { colleagueExamples } from './colleague-examples';
import { COMPANY, CUSTOMERS, PERSON } from './data';
import type { Example } from './example';
import { profileExamples } from './profile-examples';
import { uiExamples } from './ui-examples';

const EXAMPLES: readonly Example[] = [
  ...credentialExamples,
  ...caseExamples,
  ...profileExamples,
  ...colleagueExamples,
  ...uiExamples,
];

/** Every page in its states with example data. Development builds only. */
export function Gallery() {
  const { pathname } = useLocation();
  const shown = EXAMPLES.find(({ id }) => pathname === `/_gallery/${id}`);
  return (
    <CompanyProvider value={COMPANY}>{shown ? <Shown key={shown.id} example={shown} /> : <Contents />}</CompanyProvider>
  );
}

function Contents() {
  return (
    <AppShell>
      <PageTitle title="Gallery" />
      <ul data-gallery>
        {EXAMPLES.map((example) => (
          <li key={example.id}>
            <Link
              to={`/_gallery/${example.id}`}
              className="inline-flex min-h-11 items-center text-accent-ink underline"
            >
              {example.id}
            </Link>
          </li>
        ))}
      </ul>
    </AppShell>
  );
}

function Shown({ example }: { example: Example }) {
  const signedIn = example.isSignedIn
    ? {
        menu: <PersonMenu person={PERSON} onSignOut={() => undefined} />,
        customerSwitch: <CustomerSwitch {...CUSTOMERS} />,
      }
    : {};
  return (
    <AppShell {...signedIn}>
      <Suspense fallback={<Skeleton />}>
        <example.Show />
      </Suspense>
    </AppShell>
  );
}
