/** Whether a book is on a server: then its name is an address, and no file. */
export const isOnServer = (book: string): boolean => /^postgres(?:ql)?:\/\//i.test(book);
