package io.sightings.azure.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.time.Duration;

/**
 * How much each resource may be asked, by this process.
 *
 * @param perSecond calls in any second: 10 is what a paid resource allows
 * @param perMinute calls in any minute: 20 is what a free resource allows; 0 for no limit
 * @param perDay calls in a day (UTC) since this process began, which bounds the cost; 0 for no
 *     limit
 * @param share of these limits that is this process's own, more than 0 to 1: with four processes on
 *     one resource 0.25
 * @param transit within which a call has certainly reached the service, answered or not
 * @param parallel calls under way at once
 * @param queue calls that may wait; beyond that the least urgent are refused
 * @param pricePerThousand of a thousand calls, in the currency you pay: for the estimate
 */
@RecordBuilder
public record BudgetSettings(
    int perSecond,
    int perMinute,
    int perDay,
    double share,
    Duration transit,
    int parallel,
    int queue,
    double pricePerThousand)
    implements Serializable, BudgetSettingsBuilder.With {

  public static final BudgetSettings DEFAULT =
      new BudgetSettings(10, 0, 0, 1, Duration.ofSeconds(1), 32, 1000, 1);

  public BudgetSettings {
    SettingRules.range("perSecond", perSecond, 1, 1000);
    SettingRules.range("perMinute", perMinute, 0, 60_000);
    SettingRules.range("perDay", perDay, 0, 100_000_000);
    SettingRules.that(share > 0 && share <= 1, "share", share, "more than 0 to 1");
    SettingRules.range("transit", transit, Duration.ofMillis(10), Duration.ofSeconds(30));
    SettingRules.range("parallel", parallel, 1, 1000);
    SettingRules.range("queue", queue, 1, 100_000);
    SettingRules.range("pricePerThousand", pricePerThousand, 0, 1000);
  }

  public BudgetSettings withRates(int second, int minute, int day) {
    return new BudgetSettings(
        second, minute, day, share, transit, parallel, queue, pricePerThousand);
  }
}
