import Handlebars from 'handlebars';

/**
 * The frame of every message. Only this text of ours is a template; what people write goes in as data and is escaped.
 * `body` alone is HTML, made by body-html.ts from escaped text.
 */
const LAYOUT = `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{subject}}</title>
<style>
@media (prefers-color-scheme: dark) {
  .page { background: #14181c !important; }
  .card { background: #1f252b !important; border-left-color: #323a42 !important; border-right-color: #323a42 !important; border-bottom-color: #323a42 !important; }
  .card, .card p, .card strong { color: #e8ecef !important; }
  .card a.text { color: #8fc7ff !important; }
  .small, .small p { color: #a9b3bc !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f5f7;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;table-layout:fixed;">
<tr><td class="card" style="background:#ffffff;border:1px solid #dfe4e8;border-radius:10px;border-top:4px solid {{color}};padding:28px 24px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55;color:#1c2329;overflow-wrap:anywhere;word-break:break-word;">
<p style="margin:0 0 20px;font-size:18px;"><strong>{{company}}</strong></p>
{{{body}}}
{{#if button}}<p style="margin:28px 0 4px;">{{#if button.url}}<a href="{{button.url}}" target="_blank" rel="noopener noreferrer" style="display:inline-block;background:{{color}};color:{{buttonText}};text-decoration:none;font-weight:600;padding:13px 22px;border-radius:8px;">{{button.label}}</a>{{else}}<span style="display:inline-block;background:{{color}};color:{{buttonText}};font-weight:600;padding:13px 22px;border-radius:8px;">{{button.label}}</span>{{/if}}</p>{{/if}}
</td></tr>
<tr><td class="small" style="padding:18px 24px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:13px;line-height:1.5;color:#5b6670;overflow-wrap:anywhere;">
{{#each lines}}<p style="margin:0 0 6px;">{{this}}</p>
{{/each}}</td></tr>
</table>
</td></tr></table>
</body>
</html>
`;

export interface LayoutData {
  language: string;
  subject: string;
  company: string;
  color: string;
  buttonText: string;
  /** HTML. */
  body: string;
  button: { label: string; url: string | null } | null;
  lines: string[];
}

const compiled = Handlebars.compile<LayoutData>(LAYOUT, { strict: true });

export const layout = (data: LayoutData): string => compiled(data);
