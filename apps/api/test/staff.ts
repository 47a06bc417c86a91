import { newId } from '../src/db/id.js';
import type { StaffRole } from '../src/http/permissions.js';
import { rows } from '../src/db/sql.js';
import { PasswordsService } from '../src/passwords/passwords.service.js';
import { SessionCookies } from '../src/sessions/cookies.js';
import { SessionsService } from '../src/sessions/sessions.service.js';
import { StaffMember } from '../src/staff/staff-member.entity.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';

let count = 0;

/** A browser in which a new staff member of this role is signed in, through the real session service. Sign-in itself is tested in staff.test.ts. */
export async function signedInStaff(
  test: TestApp,
  role: StaffRole = 'admin',
): Promise<{ client: Client; id: string; email: string }> {
  const id = newId();
  const email = `${role}${(count += 1)}@staff.example`;
  await test.db.manager.insert(StaffMember, { id, email, name: `Staff ${count}`, role, status: 'active' });
  const session = await test.app
    .get(SessionsService)
    .open(test.db, { kind: 'staff', staffId: id, method: 'password', ip: '127.0.0.1' });
  const client = test.client();
  const cookies = test.app.get(SessionCookies);
  cookies.write(
    { setCookie: (name: string, value: string) => client.cookies.set(name, value) } as never,
    'staff',
    session,
  );
  return { client, id, email };
}

/** So that this member can sign in with it. */
export async function setStaffPassword(test: TestApp, id: string, password: string): Promise<void> {
  const hash = await test.app.get(PasswordsService).hash(password);
  await rows(test.db, `UPDATE staff_members SET password_hash = $2, password_set_at = now() WHERE id = $1`, [id, hash]);
}
