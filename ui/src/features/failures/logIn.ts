// A name and a password as they are sent with a request.

export interface LogIn {
  user: string;
  password: string;
}

/** RFC 7617 §2, with the user's name in UTF-8. */
export function basic({ user, password }: LogIn): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** In place of another log-in. */
export function withLogIn(headers: [string, string][], logIn: LogIn): [string, string][] {
  const others = headers.filter(([name]) => name.toLowerCase() !== "authorization");
  return [...others, ["Authorization", basic(logIn)]];
}
