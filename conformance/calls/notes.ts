/** What reproducing a cause by hand has shown, by the stack's name and the cause's id. */
export const notes: Readonly<Record<string, string>> = {};
