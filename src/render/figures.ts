/** How figures and days look in one language. Amounts as Vietnam writes them, 1.416.882; in English 1,416,882. */
export function formatDong(amount: number, language: 'vi' | 'en'): string {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  return amount < 0 ? `-${digits}` : digits;
}

/** dd/mm/yyyy in both languages: month before day is never written here. */
export function formatDay(day: string): string {
  return day.length === 7
    ? `${day.slice(5)}/${day.slice(0, 4)}`
    : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** How many of something in English: one award, two awards. */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  return `${count} ${String(count) === '1' ? one : many}`;
}
