import { answerHelp, askForHelp, type AnswerHelp, type AskForHelp } from '@latchkey/api-client';
import { useMutation } from '@tanstack/react-query';

/** Answered the same whoever it is: what stands in the way only staff read (INV-4). */
export const useAskForHelp = () => useMutation({ mutationFn: (body: AskForHelp) => askForHelp({ body }) });

/** Whether our help helped. The same id again adds words to a "no" (S4.13). */
export const useAnswerHelp = () => useMutation({ mutationFn: (body: AnswerHelp) => answerHelp({ body }) });
