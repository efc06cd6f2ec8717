/** A pattern of the service's operator `like` for text that may stand anywhere; its wildcards are taken as they are. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
