import type { ComponentType } from 'react';

export interface Example {
  id: string;
  isSignedIn?: boolean;
  Show: ComponentType;
}

export const nothing = (): void => undefined;
