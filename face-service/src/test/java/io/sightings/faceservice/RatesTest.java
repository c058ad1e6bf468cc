package io.sightings.faceservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.faceservice.Caller.Answer;
import io.sightings.faceservice.fault.Quirk;
import io.sightings.faceservice.limit.Tier;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RatesTest {
  private final ManualClock clock = new ManualClock();
  private FaceService service;
  private Caller caller;

  private void start(Tier tier) {
    service = FaceService.start(Drawn.settings().withClock(clock).withTier(tier));
    caller = Caller.of(service);
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
    start(Tier.F0);
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
    start(Tier.S0);
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
    start(Tier.F0);
    service.quirks(Quirk.RETRY_AFTER);
    calls(20);
    clock.pass(Duration.ofMillis(58_100));
    assertThat(caller.get("largepersongroups").header("Retry-After")).isEqualTo("2");
  }

  @Test
  void theRateIsTheResourcesNotTheCallers() {
    start(Tier.S0);
    calls(10);
    assertThat(Caller.of(service).get("largepersongroups").status()).isEqualTo(429);
    assertThat(Caller.withKey(service, "wrong").get("largepersongroups").status()).isEqualTo(401);
    assertThat(caller.get("/-/health").status()).isEqualTo(200);
  }

  @Test
  void theFreeTiersMonthEnds() {
    start(Tier.UNLIMITED.withQuota(3));
    assertThat(calls(3)).isEqualTo(3);
    Answer refused = caller.get("largepersongroups");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message()).startsWith("Out of call volume quota");
    assertThat(Tier.F0.quota()).isEqualTo(30_000);
  }

  @Test
  void callersNeedTheKeyOrTheToken() {
    start(Tier.UNLIMITED);
    Answer refused = Caller.withKey(service, "wrong").get("largepersongroups");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("401");
    assertThat(refused.message()).startsWith("Access denied due to invalid subscription key");
    Answer noToken = Caller.withToken(service, "token").get("largepersongroups");
    assertThat(noToken.status()).isEqualTo(401);
    assertThat(noToken.message()).contains("Access token is missing, invalid");
    try (FaceService other = FaceService.start(Drawn.settings().withCredentials("key", "token"))) {
      assertThat(Caller.withKey(other, "key").get("largepersongroups").status()).isEqualTo(200);
      assertThat(Caller.withToken(other, "token").get("largepersongroups").status()).isEqualTo(200);
      assertThat(Caller.withToken(other, "expired").get("largepersongroups").status())
          .isEqualTo(401);
    }
  }
}
