/** Mails that a mail server sends about one of ours. */
interface About {
  /** Of the message, as its Message-ID header holds it. */
  messageId: string;
  to: string;
}

interface Said {
  action?: string;
  status?: string;
  diagnostic?: string;
  /** Instead of "Final-Recipient: rfc822; to". */
  recipients?: string;
}

export const messageIdOf = (id: string): string => `<${id}@portal.nordic.example>`;

const crlf = (text: string): Buffer => Buffer.from(text.replace(/\n/g, '\r\n'));

/** RFC 3464, as Postfix writes it. */
export function statusMail({ messageId, to }: About, said: Said = {}): Buffer {
  const { action = 'failed', status = '5.1.1', diagnostic = '550 5.1.1 No such person', recipients } = said;
  return crlf(`From: MAILER-DAEMON@relay.example
To: portal@nordic.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="edge"

--edge
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--edge
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example
Arrival-Date: Sun, 22 Nov 2026 07:00:00 +0000

${recipients ?? `Final-Recipient: rfc822; ${to}`}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; ${diagnostic}

--edge
Content-Type: text/rfc822-headers

From: Nordic <portal@nordic.example>
To: ${to}
Subject: Choose a new password
Message-ID:
 ${messageId}

--edge--
`);
}

/** RFC 5965. */
export const complaintMail = ({ messageId, to }: About): Buffer =>
  crlf(`From: feedback@provider.example
To: portal@nordic.example
Subject: FW: Your case
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="edge"

--edge
Content-Type: text/plain

This is an abuse report.

--edge
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Provider/1.0
Version: 1

--edge
Content-Type: message/rfc822

From: Nordic <portal@nordic.example>
To: ${to}
Message-ID: ${messageId}
Subject: Your case

Hello
--edge--
`);

export const ordinaryMail = (): Buffer =>
  crlf(`From: Eva <eva@nordic.example>
To: portal@nordic.example
Subject: Thank you

All is well.
`);
