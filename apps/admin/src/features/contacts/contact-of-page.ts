import type { Contact } from '@latchkey/api-client';
import { useOutletContext } from 'react-router-dom';
import type { PeopleDialogs } from '../../shared/people/people-dialogs';

/** What the contact's page gives to its tabs. */
export interface ContactOfPage {
  contact: Contact;
  dialogs: PeopleDialogs;
}

export const useContactOfPage = (): ContactOfPage => useOutletContext<ContactOfPage>();
