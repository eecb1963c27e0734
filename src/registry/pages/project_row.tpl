<h3><a href="{{ADDRESS}}">{{NAME}}</a></h3><p class="v-meta">{{IMPLEMENTERS}}</p><p class="v-meta">{{THEMES}}<br>{{PERIOD}}</p><p class="v-ledger__sum">{{SUM}}</p>
