import { openStore } from "#graph/store/open-store.ts";
import { graphStoreContract } from "#test/contracts/graph-store.ts";

graphStoreContract("sqlite::memory:", () => openStore("sqlite::memory:"));
