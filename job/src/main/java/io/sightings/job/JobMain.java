package io.sightings.job;

import io.sightings.contract.settings.SettingsException;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.job.settings.JobSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What {@code flink run} starts: {@code --config FILE}, {@code --set key=value}, {@code --bounded}.
 */
public final class JobMain {
  private static final String USAGE =
      "usage: flink run sightings-job.jar [--config FILE] [--set key=value]... [--bounded]";

  private JobMain() {}

  public static void main(String[] args) throws Exception {
    JobSettings defaults = JobSettings.defaults();
    Path config = null;
    boolean bounded = false;
    List<String> overrides = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--config" -> config = Path.of(following(args, i++));
        case "--set" -> overrides.add(following(args, i++));
        case "--bounded" -> bounded = true;
        default -> throw new SettingsException("unknown option " + args[i] + "; " + USAGE);
      }
    }
    SettingsLoader loader = new SettingsLoader(System.getenv());
    JobSettings settings =
        config == null
            ? loader.parse("command line", "", defaults, overrides)
            : loader.load(config, defaults, overrides);
    KafkaPreflight.check(settings.kafka(), settings.quarantine().on());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    SightingsJob.build(env, settings, bounded);
    env.execute(SightingsJob.NAME);
  }

  private static String following(String[] args, int option) {
    if (option + 1 >= args.length) {
      throw new SettingsException(args[option] + " needs a value; " + USAGE);
    }
    return args[option + 1];
  }
}
