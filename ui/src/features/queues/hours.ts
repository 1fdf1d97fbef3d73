// Hours that many people want.
import { DAYS, HOURS, type Week } from "$kit/week";

function hoursWhere(holds: (day: number, hour: number) => boolean): Week<boolean> {
  return Array.from({ length: DAYS }, (_, day) => Array.from({ length: HOURS }, (_, hour) => holds(day, hour)));
}

export const nights = () => hoursWhere((_, hour) => hour >= 22 || hour < 6);
export const weekends = () => hoursWhere((day) => day >= 5);
