import type { PublicCompany } from '@latchkey/api-client';
import { IconHelpCircle } from '@tabler/icons-react';
import classes from '../../../ui/phone-screen.module.css';
import type { Language } from './portal-values';
import type { Words } from './visit-words';

interface PhoneTopProps {
  words: Words;
  company: PublicCompany;
  language: Language;
}

/** Whose page it is, and help. */
export const PhoneTop = ({ words, company, language }: PhoneTopProps) => (
  <div className={classes.top}>
    {company.hasLogo ? <img src="/api/v1/portal/logo" alt="" className={classes.logo} /> : null}
    <span className={classes.company}>{company.name}</span>
    <span className={classes.help}>
      <IconHelpCircle size={20} aria-hidden /> {words('help.button')}
    </span>
    <span className={classes.help}>{language.toUpperCase()}</span>
  </div>
);
