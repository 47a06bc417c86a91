export interface InvitationView {
  companyName: string;
  customerName: string;
  inviterName?: string | undefined;
  personName?: string | undefined;
  /** Phone numbers and e-mail addresses the person can sign in with. */
  loginIds: readonly string[];
  expiresAt: string;
  /** Secrets that are there already and may be kept. */
  hasPin: boolean;
  hasPassword: boolean;
  /** A PIN can be made for the phone number. */
  mayHavePin: boolean;
  /** The company lets people in who choose no password. */
  withoutPassword: boolean;
  minPasswordLength: number;
}

/** A secret that is there already need not be replaced. */
export const canKeep = ({ hasPin, hasPassword }: InvitationView): boolean => hasPin || hasPassword;

/** Who has no e-mail address cannot choose a password: we make a PIN. */
export const getsPin = (invitation: InvitationView): boolean => invitation.mayHavePin && !canSetPassword(invitation);

/** There is something to choose between. */
export const hasChoice = (invitation: InvitationView): boolean => canKeep(invitation) || invitation.withoutPassword;

/** A password belongs to an e-mail address; who has none signs in with the PIN. */
export const canSetPassword = ({ loginIds }: InvitationView): boolean => loginIds.some((id) => id.includes('@'));
