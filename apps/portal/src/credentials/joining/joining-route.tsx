import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { toLoadable } from '../../lib/loadable';
import { paths } from '../../lib/paths';
import { toFailure } from '../../lib/problem';
import { useChooseCompany } from '../companies.api';
import { useAnswerCompany, useAskedCompanies } from './joining.api';
import { JoiningPage } from './joining-page';

export function JoiningRoute() {
  const asked = toLoadable(useAskedCompanies());
  const navigate = useNavigate();
  const [declined, setDeclined] = useState<string>();
  const choose = useChooseCompany(() => void navigate(paths.home));
  const answer = useAnswerCompany(async ({ contactId, name, accepts }) => {
    setDeclined(accepts ? undefined : name);
    if (accepts) await choose.mutateAsync(contactId);
  });
  const error = answer.error ?? choose.error;
  return (
    <JoiningPage
      asked={asked}
      declined={declined}
      busyId={answer.isPending ? answer.variables.contactId : undefined}
      failure={error ? toFailure(error) : undefined}
      onAnswer={(wish) => !answer.isPending && answer.mutate(wish)}
    />
  );
}
