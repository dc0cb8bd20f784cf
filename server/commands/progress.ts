import type { Terminal } from "./terminal.ts";

export interface Progress {
  /** Tells how many of `total` are done; never more than a few writes a second reach the terminal. */
  update(done: number): void;
  /** Clears the bar. */
  end(): void;
}

const barWidth = 30;
const redrawMs = 80;
const sparseShare = 0.25;

/** A bar on a screen, a line every quarter elsewhere; work under `quietBelow` items shows nothing. */
export function showProgress(terminal: Terminal, label: string, total: number, quietBelow = 5000): Progress {
  if (total < quietBelow) return { update: () => {}, end: () => {} };
  return terminal.isScreen ? screenBar(terminal, label, total) : sparseLines(terminal, label, total);
}

function screenBar(terminal: Terminal, label: string, total: number): Progress {
  let drawnAt = 0;
  return {
    update(done) {
      const now = performance.now();
      if (now - drawnAt < redrawMs) return;
      drawnAt = now;
      const share = Math.min(1, done / total);
      const full = Math.round(share * barWidth);
      const bar = "█".repeat(full) + "░".repeat(barWidth - full);
      terminal.draw(`\r${label} ${bar} ${Math.floor(share * 100)} % (${done}/${total})\u001B[K`);
    },
    end: () => terminal.draw("\r\u001B[K"),
  };
}

function sparseLines(terminal: Terminal, label: string, total: number): Progress {
  let nextShare = sparseShare;
  return {
    update(done) {
      const share = done / total;
      if (share < nextShare) return;
      nextShare = (Math.floor(share / sparseShare) + 1) * sparseShare;
      terminal.err(`${label}: ${Math.floor(Math.min(1, share) * 100)} % (${done}/${total})`);
    },
    end: () => {},
  };
}
