import { askForHelp, type AskForHelp } from '@latchkey/api-client';
import { useMutation } from '@tanstack/react-query';

/** Answered the same whoever it is: what stands in the way only staff read (INV-4). */
export const useAskForHelp = () => useMutation({ mutationFn: (body: AskForHelp) => askForHelp({ body }) });
