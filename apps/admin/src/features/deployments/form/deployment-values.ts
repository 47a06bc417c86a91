import type { ChangeDeployment, CreateDeployment, Deployment } from '@latchkey/api-client';
import { changedKeys } from '../../../lib/rebase';
import type { ChosenCustomer } from '../../../shared/people/customer-select';

/** The form of a deployment. An empty text means "nothing there". */
export interface DeploymentValues {
  customer: ChosenCustomer | null;
  name: string;
  street: string;
  postalCode: string;
  city: string;
  country: string;
  timeZone: string;
  defaultAssigneeId: string;
  notifyEmails: string[];
  externalId: string;
  notes: string;
}

export const newDeployment = (customer: ChosenCustomer | null, timeZone: string): DeploymentValues => ({
  customer,
  name: '',
  street: '',
  postalCode: '',
  city: '',
  country: '',
  timeZone,
  defaultAssigneeId: '',
  notifyEmails: [],
  externalId: '',
  notes: '',
});

export const toDeploymentValues = (deployment: Deployment): DeploymentValues => ({
  customer: deployment.customer,
  name: deployment.name,
  street: deployment.street ?? '',
  postalCode: deployment.postalCode ?? '',
  city: deployment.city ?? '',
  country: deployment.country ?? '',
  timeZone: deployment.timeZone,
  defaultAssigneeId: deployment.defaultAssignee?.id ?? '',
  notifyEmails: deployment.notifyEmails,
  externalId: deployment.externalId ?? '',
  notes: deployment.notes ?? '',
});

const textOf = (value: string): string | null => value.trim() || null;

const toBody = (values: DeploymentValues) => ({
  name: values.name.trim(),
  street: textOf(values.street),
  postalCode: textOf(values.postalCode),
  city: textOf(values.city),
  country: textOf(values.country),
  timeZone: values.timeZone,
  defaultAssigneeId: textOf(values.defaultAssigneeId),
  notifyEmails: values.notifyEmails,
  externalId: textOf(values.externalId),
  notes: textOf(values.notes),
});

/** Without a customer the id is empty, and the server says at which field something is missing. */
export const toNewDeployment = (values: DeploymentValues): CreateDeployment => ({
  ...toBody(values),
  customerId: values.customer?.id ?? '',
});

/** Only what was changed here; a deployment stays with its customer. */
export const toDeploymentChange = (values: DeploymentValues, start: DeploymentValues): ChangeDeployment => {
  const { customer: _, ...typed } = values;
  const { customer: __, ...before } = start;
  const body = toBody(values);
  return Object.fromEntries(changedKeys(typed, before).map((key) => [key, body[key]]));
};

/** The server names the id of the customer; the form asks for the customer. */
export const atCustomer = (error: unknown): unknown => {
  if (typeof error !== 'object' || error === null || !('errors' in error) || !Array.isArray(error.errors)) return error;
  const errors = (error.errors as { pointer?: string }[]).map((one) =>
    one.pointer === '/customerId' ? { ...one, pointer: '/customer' } : one,
  );
  return { ...error, errors };
};
