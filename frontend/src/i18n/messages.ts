import type { ptBR } from './pt-BR';

/** The same keys with texts of another language. */
export type Texts<Tree> = { readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Texts<Tree[Key]> };

/** Every text of the dashboard, by its key; each language gives the same keys. */
export type Messages = Texts<typeof ptBR>;
