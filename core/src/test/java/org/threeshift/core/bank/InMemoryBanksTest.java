package org.threeshift.core.bank;

class InMemoryBanksTest extends BankStoreContract {
    private final BankStore store = new InMemoryBanks();

    @Override
    BankStore store() {
        return store;
    }
}
