package io.sightings.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.emulator.fault.ServiceQuirk;
import io.sightings.emulator.limit.PricingTier;
import io.sightings.fixtures.FaceApiCaller;
import io.sightings.fixtures.FaceApiCaller.Answer;
import io.sightings.fixtures.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RatesTest {
  private final ManualClock clock = new ManualClock();
  private FaceEmulator service;
  private FaceApiCaller caller;

  private void start(PricingTier tier) {
    service = FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withClock(clock).withTier(tier));
    caller = FaceApiCaller.withKey(service.endpoint(), service.key());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private int calls(int count) {
    int admitted = 0;
    for (int i = 0; i < count; i++) {
      admitted += caller.get("largepersongroups").status() == 200 ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void theFreeTierAllowsTwentyCallsInAnyMinute() {
    start(PricingTier.F0);
    assertThat(calls(15)).isEqualTo(15);
    clock.pass(Duration.ofSeconds(40));
    assertThat(calls(10)).isEqualTo(5);
    Answer refused = caller.get("largepersongroups");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("429");
    assertThat(refused.header("x-ms-error-code")).isEqualTo("429");
    assertThat(refused.header("Retry-After")).isNull();
    assertThat(refused.message())
        .contains("LargePersonGroup - List Operation under Face API - v1.2")
        .contains("rate limit of your current Face F0 pricing tier")
        .contains("Please retry after 20 seconds.");
    clock.pass(Duration.ofSeconds(20));
    assertThat(calls(20)).isEqualTo(15);
  }

  @Test
  void theStandardTierAllowsTenCallsInAnySecond() {
    start(PricingTier.S0);
    assertThat(calls(12)).isEqualTo(10);
    clock.pass(Duration.ofMillis(999));
    assertThat(caller.get("largepersongroups").message()).contains("retry after 1 second.");
    clock.pass(Duration.ofMillis(1));
    assertThat(calls(12)).isEqualTo(10);
    assertThat(service.spread().highestPaidInASecond()).isEqualTo(10);
    assertThat(service.spread().highestInASecond()).isGreaterThan(10);
    assertThat(service.spread().highestPaidInAMinute()).isEqualTo(20);
  }

  @Test
  void theSecondsAreInAHeaderWhereWanted() {
    start(PricingTier.F0);
    service.quirks(ServiceQuirk.RETRY_AFTER);
    calls(20);
    clock.pass(Duration.ofMillis(58_100));
    assertThat(caller.get("largepersongroups").header("Retry-After")).isEqualTo("2");
  }

  @Test
  void theRateIsTheResourcesNotTheCallers() {
    start(PricingTier.S0);
    calls(10);
    assertThat(
            FaceApiCaller.withKey(service.endpoint(), service.key())
                .get("largepersongroups")
                .status())
        .isEqualTo(429);
    assertThat(FaceApiCaller.withKey(service.endpoint(), "wrong").get("largepersongroups").status())
        .isEqualTo(401);
    assertThat(caller.get("/-/health").status()).isEqualTo(200);
  }

  @Test
  void theFreeTiersMonthEnds() {
    start(PricingTier.UNLIMITED.withQuota(3));
    assertThat(calls(3)).isEqualTo(3);
    Answer refused = caller.get("largepersongroups");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message()).startsWith("Out of call volume quota");
    assertThat(PricingTier.F0.quota()).isEqualTo(30_000);
  }

  @Test
  void callersNeedTheKeyOrTheToken() {
    start(PricingTier.UNLIMITED);
    Answer refused = FaceApiCaller.withKey(service.endpoint(), "wrong").get("largepersongroups");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("401");
    assertThat(refused.message()).startsWith("Access denied due to invalid subscription key");
    Answer noToken = FaceApiCaller.withToken(service.endpoint(), "token").get("largepersongroups");
    assertThat(noToken.status()).isEqualTo(401);
    assertThat(noToken.message()).contains("Access token is missing, invalid");
    try (FaceEmulator other =
        FaceEmulator.start(FaceEmulatorSettings.UNTHROTTLED.withCredentials("key", "token"))) {
      assertThat(FaceApiCaller.withKey(other.endpoint(), "key").get("largepersongroups").status())
          .isEqualTo(200);
      assertThat(
              FaceApiCaller.withToken(other.endpoint(), "token").get("largepersongroups").status())
          .isEqualTo(200);
      assertThat(
              FaceApiCaller.withToken(other.endpoint(), "expired")
                  .get("largepersongroups")
                  .status())
          .isEqualTo(401);
    }
  }
}
