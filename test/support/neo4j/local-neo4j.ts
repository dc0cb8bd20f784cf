import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import neo4j, { type Driver } from "neo4j-driver";
import { launchWithDocker, whyNoDocker } from "./docker-neo4j.ts";
import { launchWithJava, whyNoJava } from "./java-neo4j.ts";
import { freePort } from "./programs.ts";

export interface LaunchOptions {
  readonly port: number;
  /** Further settings of the server. */
  readonly settings: Readonly<Record<string, string>>;
  /** Such as 512m. */
  readonly heap: string;
}

/** The process or container of a server. */
export interface Control {
  hasEnded(): boolean;
  signal(signal: "SIGTERM" | "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
  ended(): Promise<void>;
  /** Starts it again with the same data on the same port. */
  restart(): void;
  /** What it wrote to its output so far. */
  said(): Promise<string>;
  /** Takes its data away. */
  remove(): Promise<void>;
}

/** A Neo4j 5.26 Community server of our own, empty at first. */
export interface LocalNeo4j extends AsyncDisposable {
  /** Address with user and password, fit for `openStore`. */
  readonly uri: string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again with its data; waits until it answers. */
  restart(): Promise<void>;
  /** Lets it hang: connections stay open and nobody answers. */
  pause(): void;
  resume(): void;
}

/** Why no server of our own can be started here, in a few words; null where one can. */
export async function whyNoNeo4j(): Promise<string | null> {
  const noDocker = await whyNoDocker();
  if (noDocker === null) return null;
  const noJava = await whyNoJava();
  return noJava === null ? null : `${noDocker} and ${noJava}`;
}

/** Starts a server with Docker where its daemon answers, else with Java; waits until it takes questions. */
export async function startNeo4j({
  settings = {},
  heap = "512m",
}: Partial<Omit<LaunchOptions, "port">> = {}): Promise<LocalNeo4j> {
  const launch = (await whyNoDocker()) === null ? launchWithDocker : launchWithJava;
  const port = await freePort();
  const control = await launch({ port, settings, heap });
  const password = randomBytes(12).toString("hex");
  try {
    await changePassword(port, password, control);
    await answers(port, password, control);
  } catch (error) {
    control.signal("SIGKILL");
    await control.remove();
    throw error;
  }
  return {
    uri: `neo4j://neo4j:${password}@127.0.0.1:${port}/neo4j`,
    pause: () => control.signal("SIGSTOP"),
    resume: () => control.signal("SIGCONT"),
    async kill() {
      control.signal("SIGKILL");
      await control.ended();
    },
    async restart() {
      control.restart();
      await answers(port, password, control);
    },
    async [Symbol.asyncDispose]() {
      control.signal("SIGCONT");
      control.signal("SIGTERM");
      await Promise.race([control.ended(), wait(20_000)]);
      control.signal("SIGKILL");
      await control.remove();
    },
  };
}

/** A fresh server lets its first user do nothing but change the password. */
async function changePassword(port: number, password: string, control: Control): Promise<void> {
  const statement = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password";
  await untilAnswered(port, "neo4j", control, (driver) =>
    driver.executeQuery(statement, { password }, { database: "system" }),
  );
}

/** The default database comes a little after the port. */
async function answers(port: number, password: string, control: Control): Promise<void> {
  await untilAnswered(port, password, control, (driver) =>
    driver.executeQuery("RETURN 1", {}, { database: "neo4j" }),
  );
}

/** A busy machine may need minutes for a start: a server is waited for as long as it lives. */
async function untilAnswered(
  port: number,
  password: string,
  control: Control,
  ask: (driver: Driver) => Promise<unknown>,
): Promise<void> {
  for (;;) {
    const login = neo4j.auth.basic("neo4j", password);
    const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, login, { maxTransactionRetryTime: 0 });
    try {
      await ask(driver);
      return;
    } catch (error) {
      if (control.hasEnded())
        throw new Error(`Neo4j did not start: ${(await control.said()).slice(-500)}`, { cause: error });
    } finally {
      await driver.close();
    }
    await wait(300);
  }
}
