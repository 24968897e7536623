/** Where people can sign in: `GET /auth/providers`. */
export interface Providers {
  readonly providers: readonly {
    readonly name: string;
    readonly embedded: boolean;
    readonly login: string;
  }[];
}
