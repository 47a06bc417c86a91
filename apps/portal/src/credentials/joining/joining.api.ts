import { acceptCompany, declineCompany, listAskedCompanies } from '@latchkey/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '../../lib/query-keys';

/** Companies that wait for the person to accept them. */
export const useAskedCompanies = () =>
  useQuery({
    queryKey: queryKeys.asked,
    queryFn: async () => (await listAskedCompanies()).data.items,
  });

export interface Answer {
  contactId: string;
  name: string;
  accepts: boolean;
}

/** `onAnswered` may go on to the company: only then is anything asked anew, because choosing one gives the session a new id. */
export function useAnswerCompany(onAnswered: (answer: Answer) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ contactId, accepts }: Answer) => {
      const path = { id: contactId };
      await (accepts ? acceptCompany({ path }) : declineCompany({ path }));
    },
    onSuccess: (_, answer) => onAnswered(answer),
    // The list is right again whatever became of it: another tab may have answered first.
    onSettled: () =>
      Promise.all(
        [queryKeys.asked, queryKeys.companies, queryKeys.session].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
