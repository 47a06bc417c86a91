import { Stack } from '@mantine/core';
import type { ContactAccess } from '@latchkey/api-client';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format';
import type { Tone } from '../../../theme/tokens';
import { StateBadge } from '../../../ui/state-badge';
import { Timeline, type TimelineItem } from '../../../ui/timeline';
import classes from './access.module.css';

export type Invitation = ContactAccess['invitations'][number];

/** One that a newer one ended was not revoked by anybody. */
export const shownState = ({ state, replacedAt }: Pick<Invitation, 'state' | 'replacedAt'>) =>
  state === 'revoked' && replacedAt !== null ? 'replaced' : state;

const TONES: Record<ReturnType<typeof shownState>, Tone> = {
  invited: 'wait',
  opened: 'info',
  accepted: 'good',
  revoked: 'quiet',
  replaced: 'quiet',
  expired: 'bad',
  bounced: 'bad',
};

/** It still lets somebody in. */
export const isOpen = ({ state }: Invitation): boolean => state === 'invited' || state === 'opened';

/** One invitation: how far it came, and each step of it with its time. */
export const InvitationStory = ({ invitation, isFirst }: { invitation: Invitation; isFirst: boolean }) => {
  const { t } = useTranslation('contacts');
  const { date } = useFormat();
  const to = useReceiver(invitation);
  const { customerName, expiresAt } = invitation;
  const state = shownState(invitation);
  const until = isOpen(invitation) ? ` · ${t('invitation.openUntil', { date: date(expiresAt) })}` : '';
  return (
    <details className={classes.rows} open={isFirst}>
      <summary className={classes.row} style={{ cursor: 'pointer' }}>
        <span className={classes.what}>
          <span>{to}</span>
          <span className={classes.note}>
            {t('invitation.for', { customer: customerName })}
            {until}
          </span>
        </span>
        <StateBadge tone={TONES[state]}>{t(`invitationState.${state}`)}</StateBadge>
      </summary>
      <Stack p="sm">
        <Timeline label={t('invitation.story')} items={useSteps(invitation)} />
      </Stack>
    </details>
  );
};

/** Where it went, or how staff handed it over themselves. */
function useReceiver({ way, sentTo }: Invitation): string {
  const { t } = useTranslation('contacts');
  const { phone } = useFormat();
  if (sentTo === null) return way === 'email' ? '–' : t(`invitation.way.${way}`);
  return way === 'sms' ? phone(sentTo) : sentTo;
}

function useSteps({ state, ...one }: Invitation): TimelineItem[] {
  const { t } = useTranslation('contacts');
  const to = useReceiver({ state, ...one });
  const isByHand = one.sentTo === null && one.way !== 'email';
  const step = (name: string, at: string | null, tone: Tone): TimelineItem[] =>
    at === null ? [] : [{ id: name, at, tone, title: t(`invitation.${name}Step`) }];
  const sent: TimelineItem = {
    id: 'sent',
    at: one.createdAt,
    tone: 'info',
    title: isByHand ? t(`invitation.made.${one.way}`) : t('invitation.sent', { to }),
    actor: one.createdByName ?? undefined,
  };
  return [
    sent,
    ...step('bounced', state === 'bounced' ? one.createdAt : null, 'bad'),
    ...step('opened', one.openedAt, 'info'),
    ...step('accepted', one.usedAt, 'good'),
    ...step('expired', state === 'expired' ? one.expiresAt : null, 'bad'),
    ...(one.replacedAt
      ? step('replaced', one.replacedAt, 'quiet')
      : step('revoked', state === 'revoked' ? one.revokedAt : null, 'quiet')),
  ];
}
