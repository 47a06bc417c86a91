import type { TemplateIcon as IconName } from '@latchkey/api-client';
import { TEMPLATE_ICON_PATHS } from '@latchkey/case-form';

export const ICONS = Object.keys(TEMPLATE_ICON_PATHS) as readonly IconName[];

/** The picture that visitors see; beside a word, never instead of one. */
export const TemplateIcon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg
    viewBox="0 0 24 24"
    width={size}
    height={size}
    style={{ flexShrink: 0 }}
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    <path d={TEMPLATE_ICON_PATHS[name]} />
  </svg>
);
