import { Injectable } from '@nestjs/common';
import { AccessChecks } from '../../../access-checks/access-checks.js';
import { READ_OUT_DE } from './de.js';
import { READ_OUT_EN } from './en.js';
import { READ_OUT_SV } from './sv.js';

/** What staff read out to the customer, in the customer's language. */
@Injectable()
export class ReadOutSentences {
  constructor(checks: AccessChecks) {
    checks.speak('en', READ_OUT_EN);
    checks.speak('de', READ_OUT_DE);
    checks.speak('sv', READ_OUT_SV);
  }
}
