/** First letter in upper case: a letter's subject ("triển khai …") used as a title. */
export function capital(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase('vi') + rest.join('');
}
