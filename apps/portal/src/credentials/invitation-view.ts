export interface InvitationView {
  companyName: string;
  customerName: string;
  inviterName?: string;
  personName?: string;
  /** Phone numbers and e-mail addresses the person can sign in with. */
  loginIds: readonly string[];
  expiresAt: string;
  hasPin: boolean;
  minPasswordLength: number;
}
