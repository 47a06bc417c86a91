import type { TemplateIcon } from '@latchkey/api-client';
import { TEMPLATE_ICON_PATHS } from '@latchkey/case-form';
import { Drawing } from '../ui/drawing';

/** Pictures of a visit, apart from those of the whole portal: its first screen has no room for them. */
const PATHS: Record<TemplateIcon | 'place', string> = {
  ...TEMPLATE_ICON_PATHS,
  place: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
};

export const VisitIcon = ({ name, className }: { name: keyof typeof PATHS; className?: string }) => (
  <Drawing path={PATHS[name]} className={className} />
);
