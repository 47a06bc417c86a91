/**
 * What staff and API keys may do. One table decides for both: `roles` have the permission by themselves,
 * `key` says whether an API key may carry it as a scope (never where secrets, staff, keys or settings are touched, D15).
 */
export const STAFF_ROLES = ['owner', 'admin', 'agent', 'viewer'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

interface Grant {
  roles: readonly StaffRole[];
  key: boolean;
}

const everyone = STAFF_ROLES;
const agents = ['owner', 'admin', 'agent'] as const;
const admins = ['owner', 'admin'] as const;

export const PERMISSIONS = {
  'customer:read': { roles: everyone, key: true },
  'customer:write': { roles: agents, key: true },
  'contact:read': { roles: everyone, key: true },
  'contact:write': { roles: agents, key: true },
  /** What the law calls the rights of the person: to be forgotten, and to have a copy. */
  'contact:erase': { roles: admins, key: false },
  'contact:view_as': { roles: agents, key: false },
  'credential:read': { roles: everyone, key: true },
  'credential:send': { roles: agents, key: true },
  'credential:send_elsewhere': { roles: admins, key: false },
  'credential:set': { roles: agents, key: false },
  'pin:reveal': { roles: agents, key: false },
  'lock:lift': { roles: agents, key: true },
  'rights:write': { roles: admins, key: false },
  'deployment:read': { roles: everyone, key: true },
  'deployment:write': { roles: agents, key: true },
  'deployment_pin:reveal': { roles: agents, key: false },
  'label:print': { roles: agents, key: true },
  'template:write': { roles: admins, key: true },
  'case:read': { roles: everyone, key: true },
  'case:write': { roles: agents, key: true },
  'case:reply': { roles: agents, key: true },
  'case:purge': { roles: admins, key: false },
  'notification:read': { roles: everyone, key: true },
  'notification:retry': { roles: agents, key: true },
  'import:run': { roles: admins, key: true },
  'export:run': { roles: admins, key: true },
  'audit:read': { roles: admins, key: true },
  'staff:read': { roles: admins, key: false },
  'staff:write': { roles: admins, key: false },
  'key:read': { roles: admins, key: false },
  'key:write': { roles: admins, key: false },
  'settings:read': { roles: admins, key: false },
  'settings:write': { roles: admins, key: false },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as [Permission, ...Permission[]];

/** The permissions an API key can be given. */
export const KEY_SCOPES = ALL_PERMISSIONS.filter((permission) => PERMISSIONS[permission].key) as [
  Permission,
  ...Permission[],
];

const granted = (role: StaffRole): ReadonlySet<Permission> =>
  new Set(
    ALL_PERMISSIONS.filter((permission) => (PERMISSIONS[permission].roles as readonly StaffRole[]).includes(role)),
  );

const byRole: Record<StaffRole, ReadonlySet<Permission>> = {
  owner: granted('owner'),
  admin: granted('admin'),
  agent: granted('agent'),
  viewer: granted('viewer'),
};

export const permissionsOf = (role: StaffRole): ReadonlySet<Permission> => byRole[role];
