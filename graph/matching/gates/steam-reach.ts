import type { QualityValue } from "./quality-values.ts";

/**
 * How far steam of known flow, temperature and pressure carries: the shorter of what cooling and what friction leave.
 *
 *   reach = min( (Ts − Tsat(pd) − margin) / ΔT′ , (ps − pd) / Δp′ )
 *
 * where ΔT′ = q / (ṁ · cp), the heat lost by a metre of a DN500 pipe with 150 mm of insulation, q = 168 W/m at 250 °C and in
 * proportion to the difference to 20 °C; Tsat by the fourth root of the pressure (within 3 °C up to 4 MPa); Δp′ 0.05 MPa/km
 * (assumed, 0.02 to 0.1). Source: the project's background on matching, §3.
 */
export interface SteamState {
  /** °C */
  readonly temperature: number;
  /** MPa */
  readonly pressure: number;
}

const lossWattsPerMetre = 168;
const lossAtCelsius = 250;
const ambientCelsius = 20;
const steamHeatCapacity = 2190;
const frictionMPaPerKm = 0.05;
const marginKelvin = 10;

/** Saturation temperature at a pressure, °C. */
export const saturationCelsius = (pressureMPa: number) => 100 * (pressureMPa / 0.101325) ** 0.25;

/** Reach of steam, km, 0 where it does not arrive at all. Flow in t/h. */
export function steamReachKm(source: SteamState, sink: SteamState, tonnesPerHour: number): number {
  const wattsPerMetre =
    (lossWattsPerMetre * (source.temperature - ambientCelsius)) / (lossAtCelsius - ambientCelsius);
  const kelvinPerKm = (1000 * wattsPerMetre) / ((tonnesPerHour / 3.6) * steamHeatCapacity);
  const least = Math.max(sink.temperature, saturationCelsius(sink.pressure) + marginKelvin);
  const byCooling = (source.temperature - least) / kelvinPerKm;
  const byFriction = (source.pressure - sink.pressure) / frictionMPaPerKm;
  return Math.max(0, Math.min(byCooling, byFriction));
}

/** Temperature and pressure a quality text states; the surer end of an interval. Null where either is missing. */
export function steamStateOf(values: readonly QualityValue[]): SteamState | null {
  const of = (property: string) => {
    const value = values.find((each) => each.property === property);
    return value === undefined ? null : Number.isFinite(value.low) ? value.low : value.high;
  };
  const [temperature, pressure] = [of("temperature"), of("pressure")];
  return temperature === null || pressure === null ? null : { temperature, pressure };
}
