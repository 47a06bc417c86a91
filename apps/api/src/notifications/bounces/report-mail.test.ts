import { describe, expect, it } from 'vitest';
import { complaintMail, messageIdOf, ordinaryMail, statusMail } from '../../../test/report-mails.js';
import { newId } from '../../db/id.js';
import { isAboutTheAddress, MOST_REPORT_BYTES, ourIdIn, readReportMail } from './report-mail.js';

const id = newId();
const about = { messageId: messageIdOf(id), to: 'eva@nordic.example' };

describe('a mail about a message', () => {
  it('says which came back, from whom and why, in the words of the server', async () => {
    expect(await readReportMail(statusMail(about))).toEqual([
      {
        kind: 'bounced',
        notificationId: id,
        addresses: ['eva@nordic.example', 'eva@nordic.example'],
        detail: '550 5.1.1 No such person',
        isAboutTheAddress: true,
      },
    ]);
  });

  it('may name the receiver of old beside the one it was passed on to', async () => {
    const recipients = `Original-Recipient: rfc822;eva@nordic.example\nFinal-Recipient: rfc822;box7@elsewhere.example`;
    const [report] = (await readReportMail(statusMail(about, { recipients }))) ?? [];
    expect(report?.addresses.slice(0, 2)).toEqual(['eva@nordic.example', 'box7@elsewhere.example']);
  });

  it('may name our id as the envelope it came in, where the message itself is not returned', async () => {
    const mail = statusMail({ ...about, messageId: '<x@elsewhere.example>' }).toString();
    const enveloped = mail.replace('Arrival-Date:', `Original-Envelope-Id: ${id}\r\nArrival-Date:`);
    expect(await readReportMail(Buffer.from(enveloped))).toMatchObject([{ notificationId: id }]);
    expect(await readReportMail(Buffer.from(mail))).toMatchObject([{ notificationId: null }]);
  });

  it('tells of delivery, and changes nothing while it is only late', async () => {
    expect(await readReportMail(statusMail(about, { action: 'delivered', status: '2.0.0' }))).toMatchObject([
      { kind: 'delivered' },
    ]);
    expect(await readReportMail(statusMail(about, { action: 'delayed', status: '4.4.1' }))).toEqual([]);
  });

  it('tells of a complaint; who was asked stands in the returned message', async () => {
    expect(await readReportMail(complaintMail(about))).toEqual([
      {
        kind: 'complained',
        notificationId: id,
        addresses: ['eva@nordic.example'],
        detail: 'Reported as unwanted, abuse, Provider/1.0',
        isAboutTheAddress: true,
      },
    ]);
  });

  it('is none when somebody writes, however large, deep or broken it is', async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? 'end'
        : `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${nested(depth - 1)}\r\n--b${depth}--`;
    const mails = [
      ordinaryMail(),
      Buffer.alloc(0),
      Buffer.from(nested(40)),
      Buffer.concat([statusMail(about), Buffer.alloc(MOST_REPORT_BYTES, 32)]),
      Buffer.from(`X: ${'y'.repeat(200_000)}\r\n\r\n`),
      Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a]),
    ];
    for (const mail of mails) expect(await readReportMail(mail)).toBeUndefined();
  });

  it('counts against the address unless policy, content or length was the cause (RFC 3463)', () => {
    const codes = ['5.1.1', '5.2.1', '5.2.2', '4.4.7', '', '5.7.1', '5.6.0', '5.3.4', '5.2.3'];
    expect(codes.filter(isAboutTheAddress)).toEqual(['5.1.1', '5.2.1', '5.2.2', '4.4.7', '']);
  });

  it('knows our ids alone and within a Message-ID, and no others', () => {
    expect([id, `<${id}@x.example>`, `<${id.toUpperCase()}@x.example>`].map(ourIdIn)).toEqual([id, id, id]);
    expect([undefined, '', 'x', `${id}${id}`, `<x${id}@y>`, `<${id}@>`].map(ourIdIn)).toEqual(Array(6).fill(undefined));
  });
});
