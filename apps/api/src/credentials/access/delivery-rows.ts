import { replacePlaceholders } from '../../notifications/rendering/placeholders.js';
import type { ContactAccessDto } from './access.dto.js';

type Delivery = ContactAccessDto['deliveries'][number];

export type DeliveryRow = Delivery & {
  data: Record<string, unknown>;
  caseNumber: string | null;
  caseSubject: string | null;
  customerName: string | null;
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The subject as it arrives. What a message keeps in its data is no secret: those are put in when it is handed over. */
export function toDelivery({ data, caseNumber, caseSubject, customerName, ...row }: DeliveryRow): Delivery {
  const known = { ...data, caseNumber, caseSubject, customerName };
  const values = Object.entries(known).flatMap(([name, value]) =>
    typeof value === 'string' ? [[snake(name), value] as const] : [],
  );
  return { ...row, subject: replacePlaceholders(row.subject, Object.fromEntries(values)) };
}
