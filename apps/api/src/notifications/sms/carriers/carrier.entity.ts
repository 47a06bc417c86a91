import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { NUMBER_FORMATS, type NumberFormat } from './number-format.js';

/** A mobile carrier, or a paid service, that takes e-mail for a number and sends it on as SMS (S2.15). */
@Entity('carriers')
@Check('ck_carriers_number_format', `number_format in (${NUMBER_FORMATS.map((one) => `'${one}'`).join(', ')})`)
export class Carrier {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  name: string;

  /** ISO code; null: any. */
  @Column('text', { nullable: true })
  country: string | null;

  @Column('text')
  domain: string;

  @Column('text')
  numberFormat: NumberFormat;

  /** From this day on the gateway is off. Null: no end is known. */
  @Column('date', { nullable: true })
  endsOn: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}

/** Parts of SMS handed over in one day (UTC): the daily stop, and what is shown as cost. */
@Entity('sms_days')
export class SmsDay {
  @PrimaryColumn('date')
  day: string;

  @Column('int')
  parts: number;
}
