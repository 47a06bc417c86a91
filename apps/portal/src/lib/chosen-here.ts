let chosen: string | undefined;

/** Remembers which company was chosen in this tab, so that a choice made in another one can be told from it. */
export const noteChosenHere = (contactId: string | undefined): void => {
  chosen = contactId;
};

export const wasChosenHere = (contactId: string): boolean => chosen === contactId;
