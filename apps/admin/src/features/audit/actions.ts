/** Every act that is recorded, by what it is about; what one was called in words stands in the activity catalogue. */
export const ACTIONS = {
  customer: ['created', 'changed', 'deactivated', 'reactivated', 'deleted'],
  contact: [
    'created',
    'changed',
    'deactivated',
    'reactivated',
    'deleted',
    'merged',
    'moved',
    'linked',
    'rights_changed',
  ],
  identity: ['created', 'completed', 'deleted'],
  credential: ['sent'],
  invitation: ['accepted', 'revoked'],
  pin: ['issued', 'revealed'],
  password: ['set', 'changed'],
  profile: ['changed'],
  lock: ['lifted'],
  session: ['ended_by_staff', 'company_chosen'],
  sign_in: ['failed', 'succeeded', 'paused'],
  case: ['opened', 'changed', 'replied', 'noted', 'closed', 'reopened', 'follower_added', 'follower_removed'],
  rights_profile: ['created', 'changed', 'deleted'],
  notification: ['retried', 'cancelled'],
  mail: ['tested'],
  settings: ['changed', 'logo_changed', 'logo_removed'],
  staff: [
    'invited',
    'changed',
    'role_changed',
    'deactivated',
    'reactivated',
    'link_sent',
    'link_accepted',
    'password_changed',
    'profile_changed',
    'session_ended',
    'signed_in',
    'signed_out',
    'sign_in_failed',
    'reauthenticated',
  ],
  key: ['created', 'revoked', 'exposed'],
  export: ['made'],
  import: ['uploaded', 'checked', 'started', 'undone'],
} as const satisfies Record<string, readonly string[]>;

export type ActionTopic = keyof typeof ACTIONS;

export const TOPICS = Object.keys(ACTIONS) as readonly ActionTopic[];

/** "contact.moved" */
export const actionsOf = (topic: ActionTopic): readonly string[] => ACTIONS[topic].map((act) => `${topic}.${act}`);
