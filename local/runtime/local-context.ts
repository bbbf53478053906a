/** What the template is made with on this machine alone: pages of the local door may sign in, call and upload. */
export const localContext = (url: string) => ({ webOrigins: [url] });
