package org.threeshift.core.people;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Time zones under one name each. The zone database keeps what places were called before, such as Asia/Calcutta, which some browsers
 * still say; people choose from a list in which each place stands once. From the database’s own file {@code backward}.
 */
public final class ZoneNames {
    private static final Pattern REGION =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
    private static final Pattern LINE = Pattern.compile("\\s+");
    private static final Map<String, String> NOW = read("""
            Africa/Asmera Africa/Asmara
            Africa/Timbuktu Africa/Bamako
            America/Argentina/ComodRivadavia America/Argentina/Catamarca
            America/Atka America/Adak
            America/Buenos_Aires America/Argentina/Buenos_Aires
            America/Catamarca America/Argentina/Catamarca
            America/Coral_Harbour America/Atikokan
            America/Cordoba America/Argentina/Cordoba
            America/Ensenada America/Tijuana
            America/Fort_Wayne America/Indiana/Indianapolis
            America/Godthab America/Nuuk
            America/Indianapolis America/Indiana/Indianapolis
            America/Jujuy America/Argentina/Jujuy
            America/Knox_IN America/Indiana/Knox
            America/Louisville America/Kentucky/Louisville
            America/Mendoza America/Argentina/Mendoza
            America/Porto_Acre America/Rio_Branco
            America/Rosario America/Argentina/Cordoba
            America/Santa_Isabel America/Tijuana
            America/Shiprock America/Denver
            America/Virgin America/St_Thomas
            Antarctica/South_Pole Antarctica/McMurdo
            Asia/Ashkhabad Asia/Ashgabat
            Asia/Calcutta Asia/Kolkata
            Asia/Choibalsan Asia/Ulaanbaatar
            Asia/Chungking Asia/Chongqing
            Asia/Dacca Asia/Dhaka
            Asia/Istanbul Europe/Istanbul
            Asia/Kashgar Asia/Urumqi
            Asia/Katmandu Asia/Kathmandu
            Asia/Macao Asia/Macau
            Asia/Rangoon Asia/Yangon
            Asia/Saigon Asia/Ho_Chi_Minh
            Asia/Tel_Aviv Asia/Jerusalem
            Asia/Thimbu Asia/Thimphu
            Asia/Ujung_Pandang Asia/Makassar
            Asia/Ulan_Bator Asia/Ulaanbaatar
            Atlantic/Faeroe Atlantic/Faroe
            Australia/ACT Australia/Canberra
            Australia/LHI Australia/Lord_Howe
            Australia/NSW Australia/Sydney
            Australia/North Australia/Darwin
            Australia/Queensland Australia/Brisbane
            Australia/South Australia/Adelaide
            Australia/Tasmania Australia/Hobart
            Australia/Victoria Australia/Melbourne
            Australia/West Australia/Perth
            Australia/Yancowinna Australia/Broken_Hill
            Europe/Kiev Europe/Kyiv
            Europe/Nicosia Asia/Nicosia
            Europe/Uzhgorod Europe/Kyiv
            Europe/Zaporozhye Europe/Kyiv
            Pacific/Enderbury Pacific/Kanton
            Pacific/Ponape Pacific/Pohnpei
            Pacific/Samoa Pacific/Pago_Pago
            Pacific/Truk Pacific/Chuuk
            Pacific/Yap Pacific/Chuuk
            Etc/UTC UTC
            Etc/UCT UTC
            Etc/Universal UTC
            Etc/Zulu UTC
            UCT UTC
            Universal UTC
            Zulu UTC
            """);

    private ZoneNames() {}

    /** What a zone is called now; itself for every other word. */
    public static String now(String name) {
        return NOW.getOrDefault(name, name);
    }

    /** The same clock under its name of now. */
    public static ZoneId now(ZoneId zone) {
        return NOW.containsKey(zone.getId()) ? ZoneId.of(now(zone.getId())) : zone;
    }

    /** What a zone was called before, for browsers that still call it so. */
    public static List<String> before(String name) {
        return NOW.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Each region once, by name; UTC is none. */
    public static NavigableSet<String> all() {
        NavigableSet<String> all = new TreeSet<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> REGION.matcher(id).matches() && !NOW.containsKey(id))
                .forEach(all::add);
        return all;
    }

    private static Map<String, String> read(String lines) {
        Map<String, String> names = new HashMap<>();
        lines.lines().map(line -> LINE.split(line.strip())).forEach(line -> {
            // An older Java may not know the new name yet.
            if (ZoneId.getAvailableZoneIds().contains(line[1])) {
                names.put(line[0], line[1]);
            }
        });
        return Map.copyOf(names);
    }
}
