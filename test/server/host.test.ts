import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "#graph/schema/api/problem.ts";
import { createHttpServer } from "#server/http/http-server.ts";
import { hostRuleOf } from "#server/http/host-check.ts";
import { listen } from "#server/http/graceful-server.ts";
import { startServer, type RunningServer } from "./support/running-server.ts";

/** Sends the very bytes and reads until the server closes the connection. */
async function sendRaw(port: number, text: string): Promise<string> {
  return await new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text)).setEncoding("utf8");
    socket.on("data", (piece: string) => (answer += piece));
    socket.once("error", reject);
    socket.once("close", () => resolve(answer));
  });
}

const portOf = ({ origin }: RunningServer) => Number(new URL(origin).port);

const request = (target: string, ...headers: readonly string[]) =>
  [`GET ${target} HTTP/1.1`, ...headers, "Connection: close", "", ""].join("\r\n");

function read(answer: string) {
  const [head = "", body = ""] = answer.split("\r\n\r\n", 2);
  return { status: Number(head.split(" ")[1]), head: head.toLowerCase(), body };
}

let server: RunningServer;
beforeAll(async () => {
  server = await startServer([], {
    hosts: hostRuleOf("192.0.2.7", [
      new URL("https://symbiosis.example.cn"),
      new URL("http://Inside.example:8080/"),
    ]),
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const ask = async (text: string) => read(await sendRaw(portOf(server), text));

describe("the host a request names", () => {
  test.each([
    "localhost",
    "LOCALHOST:8080",
    "127.0.0.1:1",
    "[::1]:8080",
    "192.0.2.7",
    "symbiosis.example.cn",
    "inside.example:9",
  ])("%s is ours", async (host) => {
    expect((await ask(request("/api/meta", `Host: ${host}`))).status).toBe(200);
  });

  test.each([
    "evil.example",
    "evil.example:8080",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "203.0.113.9",
    "[::2]",
    "xn--symbiosis",
  ])("%s is not: 421, a problem with all security headers and no data", async (host) => {
    for (const target of ["/api/meta", "/healthz", "/", "/api/export/graphml"]) {
      const { status, head, body } = await ask(request(target, `Host: ${host}`));
      expect([target, status]).toEqual([target, 421]);
      expect(head).toContain("content-security-policy:");
      expect(Problem.parse(JSON.parse(body)).code).toBe("host-not-allowed");
    }
  });

  test.each([
    ["a foreign address with our host", request("http://evil.example/api/meta", "Host: localhost"), 421],
    ["our address with a foreign host", request("http://localhost/api/meta", "Host: evil.example"), 421],
    ["our own address in full", request("http://localhost/api/meta", "Host: localhost"), 200],
    ["no host", request("/api/meta"), 400],
    ["two hosts", request("/api/meta", "Host: localhost", "Host: evil.example"), 400],
    ["an empty host", request("/api/meta", "Host: "), 400],
    ["a host with a path", request("/api/meta", "Host: localhost/x"), 400],
    ["a user before the host", request("/api/meta", "Host: localhost@evil.example"), 400],
    ["a probe of HTTP/1.0, which needs no host", "GET /readyz HTTP/1.0\r\n\r\n", 200],
  ])("%s", async (_what, text, status) => {
    const answer = await ask(text);
    expect(answer.status).toBe(status);
    expect(answer.head).toContain("x-content-type-options: nosniff");
  });

  test("listening on every address of the machine, any address will do and no foreign name", async () => {
    await using own = await startServer([], { hosts: hostRuleOf("0.0.0.0", []) });
    const statusOf = async (host: string) =>
      read(await sendRaw(portOf(own), request("/api/meta", `Host: ${host}`))).status;
    expect(await statusOf("203.0.113.9:8080")).toBe(200);
    expect(await statusOf("[2001:db8::1]")).toBe(200);
    expect(await statusOf("evil.example")).toBe(421);
  });

  test("HSTS is said under a name reached over TLS and under no other", async () => {
    const hsts = async (host: string) =>
      /strict-transport-security: (.*)/.exec((await ask(request("/api/meta", `Host: ${host}`))).head)?.[1];
    expect(await hsts("symbiosis.example.cn")).toBe("max-age=31536000");
    expect(await hsts("inside.example")).toBeUndefined();
    expect(await hsts("localhost")).toBeUndefined();
  });
});

describe("what Node's parser refuses", () => {
  test.each(["\u0016\u0003\u0001\u0002\u0000\u0001", "GET / HTTP/9.9\r\n\r\n", "nonsense\r\n\r\n"])(
    "%j leaves as a problem with the security headers",
    async (text) => {
      const { status, head, body } = await ask(text);
      expect([status, Problem.parse(JSON.parse(body)).code]).toEqual([400, "invalid-request"]);
      expect(head).toContain("content-security-policy: default-src 'self'");
      expect(head).toContain("x-frame-options: deny");
    },
  );

  test("headers that never end, when they take longer than allowed, then the connection is ended", async () => {
    const slow = createHttpServer({ headersMs: 50, requestMs: 100, checkEveryMs: 10 });
    const answer = await sendRaw(await listen(slow, "127.0.0.1", 0), "GET / HTTP/1.1\r\nHost: localhost\r\n");
    expect(read(answer).status).toBe(400);
    slow.close();
  });

  test("allowed are ten to fifteen seconds", () => {
    const { headersTimeout } = createHttpServer();
    expect(headersTimeout).toBeGreaterThanOrEqual(10_000);
    expect(headersTimeout).toBeLessThanOrEqual(15_000);
  });
});
