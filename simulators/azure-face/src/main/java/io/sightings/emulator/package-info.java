/**
 * A stand-in for Azure AI Face v1.2 that answers over real HTTP from the local engine, so that the
 * whole Azure path can be tried and tested without a subscription, a network or a bill. It stands
 * only for what cannot be reached: it keeps groups, people and faces, trains, forgets faceIds,
 * throttles and refuses as the real one does, and on real photos it names the right people.
 *
 * <pre>{@code
 * try (FaceEmulator service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED)) {
 *   client(service.endpoint(), service.key());
 *   service.faults(
 *       FaultPlan.script(
 *           FaultRule.nth(ApiOperation.CREATE_PERSON, 3, new Drop(AFTER_WORK, RESET)),
 *           FaultRule.every(ApiOperation.DETECT, CallFault.throttled(2, true))));
 *   service.faults(FaultPlan.storm(RandomFaultPlan.of(7, 0.2)));
 *   service.quirks(ServiceQuirk.SHUFFLED_ANSWERS, ServiceQuirk.WARNING_299);
 *   service.calls().counts();  // what it cost, by operation
 *   service.spread();          // the most calls in any second and in any minute
 *   service.state();           // groups, people, faces
 * }
 * }</pre>
 *
 * <p>{@code ./sightings azure-fake} runs it as a process of its own; {@link
 * io.sightings.emulator.FaceEmulatorOptions} are its options.
 *
 * <h2>What it answers</h2>
 *
 * <p>{@code /face/v1.2/}: detect, identify, and all of largepersongroups with persons,
 * persistedfaces, train and training. Not: person groups of the small kind, face lists, the person
 * directory, liveness sessions, images by URL. Paths, defaults, limits, error codes and messages
 * are the service's; where Microsoft documents none (415, 5xx, the reason of a training without
 * faces), its are a guess. Everything else about a call:
 *
 * <ul>
 *   <li>Key by {@code Ocp-Apim-Subscription-Key}, or a bearer token; else 401.
 *   <li>Rates of a {@link io.sightings.emulator.limit.PricingTier}, by a sliding window over all
 *       calls that were let in; 429 names the seconds in its text, and in Retry-After with {@link
 *       io.sightings.emulator.fault.ServiceQuirk#RETRY_AFTER}. What is refused costs nothing.
 *   <li>faceIds end after their time to live; identify wants a group that was trained at least
 *       once, of the same recognition model; what was added since the last training is not known
 *       yet. Trainings go by the clock: a fifth of a second in the queue, a second of work, or as
 *       {@link io.sightings.emulator.operations.EmulatorDelays} says. While one runs, people and
 *       faces of the group cannot be changed (409), and identify goes on with what was known
 *       before.
 *   <li>Confidence is the local similarity, mapped so that the local threshold becomes 0.5: {@link
 *       io.sightings.emulator.faces.ConfidenceCurve}. What identify names is what the local path
 *       finds similar enough.
 *   <li>A face that does not pass the local quality gate has the quality "low", and is like nobody.
 *       Position, landmarks, pose, blur and exposure are measured or derived; glasses, masks,
 *       occlusion and noise are not known and said to be none.
 *   <li>{@link io.sightings.emulator.fault.CallFault}s befall calls by script or by storm; {@link
 *       io.sightings.emulator.fault.ServiceQuirk}s are ways of answering that clients must live
 *       with.
 *   <li>With a folder, groups outlive the process; faceIds, calls and faults do not.
 *   <li>Equal seeds and equal calls give equal ids, faults and orders.
 * </ul>
 *
 * <h2>Behind it</h2>
 *
 * <p>Below {@code /-/}, without a key and without being counted: GET {@code health}, {@code
 * counters}, {@code windows}, {@code calls?after=N}, {@code state}, {@code faults}, {@code quirks};
 * PUT {@code faults}, {@code quirks}; DELETE {@code faults}; POST {@code reset}. Faults as JSON:
 *
 * <pre>{@code
 * {"rules": [{"operation": "createPerson", "from": 3, "count": 1,
 *             "fault": {"kind": "drop", "moment": "AFTER_WORK", "ending": "RESET"}},
 *            {"operation": "detect", "from": 1, "count": 5,
 *             "fault": {"kind": "refuse", "status": 503, "code": "ServiceUnavailable",
 *                       "message": "The service is unavailable.", "retryAfter": 0}},
 *            {"from": 20, "count": 1, "fault": {"kind": "slow", "by": "PT5S"}}],
 *  "storm": {"seed": 7, "share": 0.2, "burst": 5, "slow": "PT1S", "timeout": "PT30S",
 *            "kinds": ["THROTTLED", "BURST", "DROPPED_AFTER"]}}
 * }</pre>
 */
@NullMarked
package io.sightings.emulator;

import org.jspecify.annotations.NullMarked;
