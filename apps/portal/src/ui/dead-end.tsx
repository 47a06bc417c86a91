import { Card, PageTitle } from './card';
import { CompanyContacts } from './company-contacts';

/** Nothing goes on from here but by the company: what it is, and how to reach them. */
export function DeadEnd({ title, text, help }: { title: string; text: string; help?: string }) {
  return (
    <>
      <PageTitle title={title}>{text}</PageTitle>
      <Card {...(help && { title: help })}>
        <CompanyContacts />
      </Card>
    </>
  );
}
