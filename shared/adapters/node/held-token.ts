/** A token that is used until it is refused. One that could not be fetched is not kept: the next asks again. */
export const holdToken = (fetchToken: () => Promise<string>) => {
  let token: Promise<string> | undefined;
  const fresh = (): Promise<string> => {
    const fetched = fetchToken();
    token = fetched;
    fetched.catch(() => {
      if (token === fetched) token = undefined;
    });
    return fetched;
  };
  return { current: (): Promise<string> => token ?? fresh(), fresh };
};
