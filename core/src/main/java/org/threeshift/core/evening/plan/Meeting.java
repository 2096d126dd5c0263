package org.threeshift.core.evening.plan;

import org.threeshift.core.people.PersonId;

/**
 * Two people in one room for one slot. They swap half-way.
 *
 * @param slot  from 1
 * @param room  from 1
 * @param first who interviews first
 */
public record Meeting(int slot, int room, PersonId first, PersonId second) {
    public Meeting {
        if (slot < 1 || room < 1) {
            throw new IllegalArgumentException("slots and rooms are counted from 1");
        }
        if (first.equals(second)) {
            throw new IllegalArgumentException("a meeting is of two people");
        }
    }

    public boolean has(PersonId person) {
        return first.equals(person) || second.equals(person);
    }

    public PersonId partnerOf(PersonId person) {
        return first.equals(person) ? second : first;
    }
}
