// Writes ../src/test/resources/schemas/kubernetes.json from the models of npm: `npm install && npm run vendor`.
// Every object is closed, so that a misspelt field is an error; descriptions are left out, they are most of the size.
import { createGenerator } from "ts-json-schema-generator";
import { readFileSync, writeFileSync } from "node:fs";

const KINDS = {
  "kubernetes-models": [
    "apps/v1/Deployment",
    "batch/v1/Job",
    "networking.k8s.io/v1/NetworkPolicy",
    "policy/v1/PodDisruptionBudget",
    "v1/ConfigMap",
    "v1/Namespace",
    "v1/Service",
    "v1/ServiceAccount",
  ],
  "@kubernetes-models/external-secrets": [
    "external-secrets.io/v1/ExternalSecret",
    "external-secrets.io/v1/SecretStore",
    "generators.external-secrets.io/v1alpha1/Password",
  ],
  "@kubernetes-models/gateway-api": ["gateway.networking.k8s.io/v1/HTTPRoute"],
  "@kubernetes-models/keda": ["keda.sh/v1alpha1/ScaledObject", "keda.sh/v1alpha1/TriggerAuthentication"],
  "@kubernetes-models/prometheus-operator": [
    "monitoring.coreos.com/v1/PodMonitor",
    "monitoring.coreos.com/v1/PrometheusRule",
  ],
};

function lean(node, insideProperties) {
  if (Array.isArray(node)) return node.map((item) => lean(item, false));
  if (node === null || typeof node !== "object") return node;
  const kept = Object.entries(node).filter(([key]) => insideProperties || key !== "description");
  return Object.fromEntries(
    kept.map(([key, value]) => [key, lean(value, !insideProperties && (key === "properties" || key === "definitions"))]),
  );
}

// Each kind by itself: the generator takes types of one name for one type.
function schemaOf(module, path) {
  const kind = path.split("/").pop();
  const schema = createGenerator({
    path: `node_modules/${module}/${path}.d.ts`,
    tsconfig: "tsconfig.json",
    type: `I${kind}`,
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema(`I${kind}`);
  return [kind, lean({ $schema: schema.$schema, $ref: schema.$ref, definitions: schema.definitions }, false)];
}

const versions = JSON.parse(readFileSync("package.json")).dependencies;
const models = Object.keys(KINDS).map((name) => `${name} ${versions[name]}`).join(", ");
const comment = `${models}: MIT, see LICENSE; made from the definitions of the projects, Apache-2.0`;
const lines = Object.entries(KINDS)
  .flatMap(([module, paths]) => paths.map((path) => schemaOf(module, path)))
  .map(([kind, schema]) => `${JSON.stringify(kind)}: ${JSON.stringify(schema)}`);
writeFileSync(
  "../src/test/resources/schemas/kubernetes.json",
  `{"$comment": ${JSON.stringify(comment)},\n${lines.join(",\n")}\n}\n`,
);
