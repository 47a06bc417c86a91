import { withProof, type Proof } from '@latchkey/api-client/proof';
import { useState } from 'react';

/** For a request that this browser may have to do some work for first (D6). */
export function useProof() {
  const [isProving, setProving] = useState(false);
  const prove = <T>(attempt: (proof: Proof) => Promise<T>) => withProof(attempt, setProving);
  return { isProving, prove };
}
