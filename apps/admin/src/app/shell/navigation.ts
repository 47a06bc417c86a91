import {
  IconAddressBook,
  IconBuilding,
  IconFileImport,
  IconHelpCircle,
  IconHistory,
  IconHome,
  IconKey,
  IconListCheck,
  IconMapPin,
  IconMessages,
  IconQrcode,
  IconSend,
  IconSettings,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { knownSections } from '../features';

export interface NavItem {
  id:
    | 'home'
    | 'customers'
    | 'contacts'
    | 'cases'
    | 'deployments'
    | 'labels'
    | 'outbox'
    | 'accessRequests'
    | 'templates'
    | 'imports'
    | 'staff'
    | 'apiKeys'
    | 'audit'
    | 'settings';
  to: string;
  icon: Icon;
  /** Pressed after g: "g c" goes to the customers. */
  key: string;
  permission?: string;
  /** Shows how many people ask for a way in. */
  countsOpen?: boolean;
  /** Set apart from daily work. */
  isOffice?: boolean;
}

export const NAVIGATION: readonly NavItem[] = [
  { id: 'home', to: '/', icon: IconHome, key: 'h' },
  { id: 'customers', to: '/customers', icon: IconBuilding, key: 'c', permission: 'customer:read' },
  { id: 'contacts', to: '/contacts', icon: IconAddressBook, key: 'p', permission: 'contact:read' },
  { id: 'cases', to: '/cases', icon: IconMessages, key: 'i', permission: 'case:read' },
  { id: 'deployments', to: '/deployments', icon: IconMapPin, key: 'd', permission: 'deployment:read' },
  { id: 'labels', to: '/labels', icon: IconQrcode, key: 'l', permission: 'deployment:read' },
  { id: 'outbox', to: '/outbox', icon: IconSend, key: 'o', permission: 'notification:read' },
  {
    id: 'accessRequests',
    to: '/access-requests',
    icon: IconHelpCircle,
    key: 'r',
    permission: 'contact:read',
    countsOpen: true,
  },
  {
    id: 'templates',
    to: '/case-templates',
    icon: IconListCheck,
    key: 't',
    permission: 'case:read',
    isOffice: true,
  },
  { id: 'imports', to: '/imports', icon: IconFileImport, key: 'm', permission: 'import:run', isOffice: true },
  { id: 'staff', to: '/staff', icon: IconUsers, key: 's', permission: 'staff:read', isOffice: true },
  { id: 'apiKeys', to: '/api-keys', icon: IconKey, key: 'k', permission: 'key:read', isOffice: true },
  { id: 'audit', to: '/audit', icon: IconHistory, key: 'a', permission: 'audit:read', isOffice: true },
  { id: 'settings', to: '/settings', icon: IconSettings, key: 'e', permission: 'settings:read', isOffice: true },
];

/** What this person may see and what exists. */
export const visibleNavigation = (
  can: (permission: string | undefined) => boolean,
  sections: ReadonlySet<string> = knownSections,
): readonly NavItem[] => NAVIGATION.filter((item) => can(item.permission) && sections.has(item.to.slice(1)));
