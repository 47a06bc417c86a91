/** The row's id is the Message-ID: every copy and every try carries the same (MSG-2). */
export const messageIdOf = (id: string, portalOrigin: string): string => `<${id}@${new URL(portalOrigin).hostname}>`;
